import { handOver } from "./bootstrap.mjs";

handOver("scripts/contract/main.ts");
