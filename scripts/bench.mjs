import { handOver } from "./bootstrap.mjs";

handOver("scripts/bench/main.ts");
