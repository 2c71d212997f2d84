import type { NextConfig } from "next";

/** Headers of every page and file. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  // Tests build into a separate folder, so that they never disturb a server that runs from this checkout.
  distDir: process.env.OBELUS_DIST_DIR || ".next",
  // Tests check the types in a stage of their own: see scripts/steps/build-app.ts.
  typescript: { ignoreBuildErrors: process.env.OBELUS_BUILD_TYPES === "skip" },
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules, and modules that load their own files, must not be bundled.
  serverExternalPackages: [
    "@citation-js/core",
    "@citation-js/plugin-bibtex",
    "@citation-js/plugin-csl",
    "@citation-js/plugin-ris",
    "@node-rs/argon2",
    "@myriaddreamin/typst-ts-node-compiler",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/schema-engine-wasm",
    "pg",
    "pg-boss",
    "file-type",
    "linkedom",
    "parse5",
    "dingbat-to-unicode",
    "nodemailer",
    "pidusage",
    "sharp",
    "undici",
    "unpdf",
  ],
  experimental: {
    // Pages answer 403 to roles without access.
    authInterrupts: true,
    // A file of 21 MB must reach the check that refuses it with a clear message.
    serverActions: { bodySizeLimit: "24mb" },
    // proxy.ts runs before server actions and would truncate a longer body.
    proxyClientMaxBodySize: "25mb",
  },
  async redirects() {
    // Mails that were sent before name the former address. Permanent means 308, which keeps the POST of a one-click unsubscribe.
    return ["/desk", "/api"].map((folder) => ({
      source: `${folder}/mail-off/:token`,
      destination: `${folder}/unsubscribe/:token`,
      permanent: true,
    }));
  },
  async headers() {
    return [{ source: "/:path*", headers: securityHeaders }];
  },
};

export default config;
