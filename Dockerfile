# One machine in a container. It was never built: where this was written there is no registry of images.
#   docker build -t banhanh . && docker run -p 8030:8030 -v banhanh-data:/data -v ./organs.json:/organs.json:ro banhanh
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && node -e "const { buildPage } = await import('/app/local/page/build-page.ts'); const { buildProgram } = await import('/app/local/bundle/build-program.ts'); await buildPage(() => {}); await buildProgram()" && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8030
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:8030/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# A proxy in front speaks TLS to people; name it with --trust-proxy. SIGTERM lets requests end.
ENTRYPOINT ["node", "--max-semi-space-size=4", "local/banhanh.js", "serve", "--data", "/data", "--port", "8030", "--host", "0.0.0.0", "--organs", "/organs.json"]
CMD ["--insecure"]
