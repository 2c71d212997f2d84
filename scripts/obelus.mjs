import { handOver } from "./bootstrap.mjs";

handOver("scripts/obelus/main.ts");
