"""The gates before the dashboard's pages: who may ask (hosts), for what (paths), and what every answer says (headers).

Each is ASGI middleware of our own before Streamlit sees a request; a door says where they stand and for whom.
"""
