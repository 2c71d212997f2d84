import { z } from "zod";
import { id } from "../common";

export const chooseScaleSchema = z
  .object({ scaleId: id.meta({ description: "A scale of the desk, in one of its versions." }) })
  .meta({ id: "ChooseScale" });

export const raiseApprovalsSchema = z
  .object({
    requiredApprovals: z.int().min(1).max(5).meta({ description: "Not fewer than now." }),
  })
  .meta({ id: "RaiseApprovals" });
