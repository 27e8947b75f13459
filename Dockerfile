# Every image of Baton, from the same liberty-config/ and WARs as the local run.
# system-tests/containers/images builds them all; one by hand, after mvn package:
#   docker build --target service --build-arg KIND=service-a -t baton/service-a .
# BASE_IMAGE is any Debian or Ubuntu with openjdk-17-jre-headless.
ARG BASE_IMAGE=debian:bookworm-slim

FROM ${BASE_IMAGE} AS base
RUN apt-get -qq update \
 && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends \
      apache2-bin ca-certificates haproxy openjdk-17-jre-headless \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb \
 && ln -s /usr/lib/jvm/java-17-openjdk-* /opt/java \
 && useradd --uid 1001 --gid 0 --home-dir /opt/baton --no-create-home --shell /usr/sbin/nologin baton \
 && install -d -o baton -g 0 -m 0770 /opt/baton /opt/baton/data /opt/baton/logs /opt/baton/output /opt/baton/run

FROM base AS runtime
COPY --chown=baton:root liberty-config/target/wlp /opt/wlp
COPY --chown=baton:root liberty-config/target/jdbc /opt/baton/usr/shared/resources/jdbc
# JAVA_HOME: without it the server script drops the --add-opens that Liberty needs on a headless JRE.
ENV JAVA_HOME=/opt/java \
    WLP_USER_DIR=/opt/baton/usr \
    WLP_OUTPUT_DIR=/opt/baton/output \
    LOG_DIR=/opt/baton/logs \
    VARIABLE_SOURCE_DIRS=/opt/baton/secrets

# A server without an application: the issuer.
FROM runtime AS server
ARG KIND
COPY --chown=baton:root liberty-config/shared /opt/baton/usr/shared/config
COPY --chown=baton:root liberty-config/shared/jvm.options /opt/baton/usr/shared/
COPY --chown=baton:root liberty-config/${KIND} /opt/baton/usr/servers/${KIND}
# A cluster of one: a deployment with more instances names its members.
ENV BATON_KIND=${KIND} \
    BATON_INSTANCE=${KIND} \
    BATON_BIND_HOST=* \
    BATON_LOG_CONSOLE=INFO \
    BATON_CACHE_HOST=127.0.0.1 \
    BATON_CACHE_PORT=5701 \
    BATON_CACHE_MEMBERS=127.0.0.1:5701
USER baton
CMD exec /opt/wlp/bin/server run "$BATON_KIND"

FROM server AS service
ARG KIND
COPY --chown=baton:root ${KIND}-war/target/*.war /opt/baton/usr/servers/${KIND}/apps/

# httpd in front and HAProxy behind it are one part: where either ends, the container does.
FROM base AS lb
COPY --chown=baton:root liberty-config/httpd docs/openapi.yaml /opt/baton/httpd/
ENV BATON_RUN_DIR=/opt/baton/run \
    BATON_LOG_DIR=/opt/baton/logs \
    BATON_OPS_PAGE=/opt/baton/httpd/ops \
    BATON_LB_HOST=0.0.0.0 \
    BATON_OPS_HOST=0.0.0.0
USER baton
SHELL ["/bin/bash", "-c"]
CMD own=$(export -p) && set -a && . /opt/baton/httpd/balancer.env && eval "$own" && trap 'kill $(jobs -p)' TERM EXIT \
 && { haproxy -db -f /opt/baton/httpd/haproxy.cfg & apache2 -D FOREGROUND -f /opt/baton/httpd/httpd.conf & wait -n; }
