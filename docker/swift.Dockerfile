# A real OpenStack Swift on one node, as the tests use it: the packages of Debian 12, set up by src/test/servers/swift.
# Its data is gone when it stops. Not for production.

ARG BASE_IMAGE=debian:12
FROM ${BASE_IMAGE}
COPY src/test/servers /servers
# Port 8080: tempauth at /auth/v1.0 (user test:tester, key testing) and Swift's own S3 with the same as its keys. The
# Keystones at 8081 and 8082 are for this container alone: their catalogues say 127.0.0.1.
ENV SWIFT_HOME=/srv/swift \
    SWIFT_BIND=0.0.0.0 \
    SWIFT_PORT=8080
RUN ["/servers/swift", "install"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=30s --start-period=120s CMD ["/servers/swift", "status"]
CMD ["/servers/swift", "run"]
