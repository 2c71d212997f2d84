import { handOver } from "./bootstrap.mjs";

handOver("scripts/evaluate/main.ts");
