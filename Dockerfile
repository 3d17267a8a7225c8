# agendapack with OCR built in; needs no network at run time.
#   docker build -t agendapack . && \
#     docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/data" agendapack extract inbox -o output
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /opt/agendapack \
    && /opt/agendapack/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
COPY pyproject.toml hatch_build.py README.md LICENSE cli.py ./
COPY agendapack/__init__.py agendapack/__main__.py agendapack/py.typed agendapack/
COPY extract extract
COPY schemas schemas
RUN pip wheel --no-cache-dir --no-deps -w /dist . \
    && /opt/agendapack/bin/pip install --no-cache-dir --no-deps /dist/*.whl

FROM python:3.12-slim
RUN useradd --create-home reader
COPY --from=build /opt/agendapack /opt/agendapack
ENV PATH=/opt/agendapack/bin:$PATH PYTHONDONTWRITEBYTECODE=1
USER reader
WORKDIR /data
ENTRYPOINT ["agendapack"]
CMD ["--help"]
