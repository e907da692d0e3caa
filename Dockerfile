# AidAtlas as a container: `docker build -t aidatlas .`; docs/serving.md says how to run it.
FROM python:3.13-slim AS built
WORKDIR /source
RUN python -m venv /opt/aidatlas
COPY pyproject.toml README.md LICENSE ./
COPY data data
COPY seeds seeds
COPY geo geo
COPY dashboard dashboard
RUN /opt/aidatlas/bin/pip install --no-cache-dir --disable-pip-version-check .
# What would be compiled again at every start, where nothing can be kept.
RUN /opt/aidatlas/bin/python -m compileall -q /opt/aidatlas

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin aidatlas
COPY --from=built /opt/aidatlas /opt/aidatlas
# Whatever a library keeps goes where a read-only container can write.
ENV PATH=/opt/aidatlas/bin:$PATH HOME=/tmp XDG_CACHE_HOME=/tmp/cache MPLCONFIGDIR=/tmp/matplotlib PYTHONDONTWRITEBYTECODE=1
USER 10001
WORKDIR /tmp
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["aidatlas"]
CMD ["serve", "--address", "0.0.0.0"]
