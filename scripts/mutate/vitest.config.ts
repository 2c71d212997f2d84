import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Unit tests of the pure core, for mutation testing: those of other rooms could not notice a change in it any sooner. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "") } },
  test: {
    // Changed code can be slow, and so can a busy machine.
    testTimeout: 60_000,
    include: ["lib/**/*.test.ts"],
    exclude: [
      "**/*.integration.test.ts",
      "lib/{ingest,fetching,isolation,document-bundle,api,auth,mail,workflows}/**",
      // Makes a PDF in each test, which is slow; the tests of its input notice the same changes.
      "lib/reports/renderers/pdf/render-pdf.test.ts",
      // Takes seconds for each change that survives, and proves nothing but the growth of the cost.
      "lib/anchoring/alignment-cost.test.ts",
    ],
  },
});
