import { handOver } from "./bootstrap.mjs";

handOver("scripts/lint/main.ts");
