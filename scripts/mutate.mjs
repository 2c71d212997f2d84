import { handOver } from "./bootstrap.mjs";

handOver("scripts/mutate/main.ts");
