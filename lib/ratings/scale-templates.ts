import { defaultScale } from "./default-scale";
import type { Rating } from "./rating";

/** A scale that a desk can begin with. */
export interface ScaleTemplate {
  key: string;
  name: string;
  /** What it is for, in one sentence. */
  description: string;
  ratings: Rating[];
}

const mostlyFalse: Rating = {
  key: "mostly-false",
  label: "Mostly false",
  definition: "The claim has a grain of truth, but is wrong in what matters.",
  value: 2,
  colour: "vermilion",
  underline: "wavy",
  icon: "slanted-arrow",
};

const halfTrue: Rating = {
  key: "half-true",
  label: "Half true",
  definition: "The claim is partly accurate, and leaves out or mistakes something of weight.",
  value: 3,
  colour: "ochre",
  underline: "dashed",
  icon: "half-circle",
};

/** A rating of the desk's own scale, at another value. */
function own(key: string, value: number | null): Rating {
  const rating = defaultScale.ratings.find((each) => each.key === key);
  if (!rating) throw new RangeError(`the default scale has no rating ${key}`);
  return { ...rating, value };
}

const fiveSteps: Rating[] = [
  own("false", 1),
  mostlyFalse,
  halfTrue,
  own("mostly-true", 4),
  own("true", 5),
  own("unverifiable", null),
];

/** The scales that a desk can begin with; each is edited freely afterwards. */
export const scaleTemplates: readonly ScaleTemplate[] = [
  {
    key: "obelus",
    name: defaultScale.name,
    description: "Six steps that tell misleading, altered and incomplete claims apart, and two outside them.",
    ratings: defaultScale.ratings,
  },
  {
    key: "averitec",
    name: "AVeriTeC",
    description: "The four labels of the AVeriTeC data set, for research and for comparison with machines.",
    ratings: [
      {
        key: "refuted",
        label: "Refuted",
        definition: "The evidence contradicts the claim.",
        value: 1,
        colour: "deep-red",
        underline: "thick",
        icon: "cross",
      },
      {
        key: "conflicting",
        label: "Conflicting Evidence/Cherrypicking",
        definition:
          "Some of the evidence supports the claim and some contradicts it, or it is true only by what it leaves out.",
        value: 2,
        colour: "ochre",
        underline: "dashed",
        icon: "half-circle",
      },
      {
        key: "supported",
        label: "Supported",
        definition: "The evidence supports the claim.",
        value: 3,
        colour: "deep-blue",
        underline: "solid",
        icon: "check",
      },
      {
        key: "not-enough-evidence",
        label: "Not Enough Evidence",
        definition: "The evidence that can be had neither supports nor contradicts the claim.",
        value: null,
        colour: "grey",
        underline: "dotted",
        icon: "question",
      },
    ],
  },
  {
    key: "five-steps",
    name: "Five steps",
    description: "A truth scale from false to true with a middle, and one rating outside it.",
    ratings: fiveSteps,
  },
  {
    key: "six-steps",
    name: "Six steps",
    description:
      "A truth scale whose lowest step is for what is wrong beyond excuse, and one rating outside it.",
    ratings: [
      {
        key: "absurd",
        label: "Absurd",
        definition: "The claim is wrong, and no reading of the evidence could have led to it.",
        value: 1,
        colour: "plum",
        underline: "double",
        icon: "pencil",
      },
      ...fiveSteps.map((rating) => ({ ...rating, value: rating.value === null ? null : rating.value + 1 })),
    ],
  },
];
