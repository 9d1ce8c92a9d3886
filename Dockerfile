# syntax=docker/dockerfile:1

# The same Node everywhere: 24.21 is the first with what the ids need (see package.json, "node").
FROM node:24.21-slim AS build
WORKDIR /app
# `npm ci` runs `prepare`, which reads the schema and the database code: no use copying package.json first.
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma ./prisma
COPY hub ./hub
COPY bots ./bots
COPY prompts ./prompts
# The prepared embedded database is for machines without a server: a container has one beside it.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf prisma/prebuilt

FROM node:24.21-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
RUN mkdir --mode=0700 /data && chown node:node /data
COPY --from=build /app ./
USER node
VOLUME ["/data"]
EXPOSE 8080
CMD ["node", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=32", "--heap-growing-percent=40", "hub/cli.ts", "start"]
