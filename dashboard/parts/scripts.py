"""How a component of the page calls a function of a script in dashboard/static.

The words are sent with each component, and the script is fetched once. It lies where the page's own first script says
that the dashboard lies: a proxy may have put it into a folder of a site.
"""

_CALL = """export default async function (component) {
  const root = new URL("../../", document.querySelector("script[type=module][src]").src);
  const { %s } = await import(new URL("app/static/%s.js", root).href);
  return %s(component);
}"""


def write_call(file: str, function: str) -> str:
    """Return what calls a function of a script, by the script's name without ending."""
    return _CALL % (function, file, function)
