import { handOver } from "./bootstrap.mjs";

handOver("scripts/faults/main.ts");
