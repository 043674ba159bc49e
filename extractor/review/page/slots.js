// The slots of a record that figures stand in, and what lists and slots are called.

export const SLOTS = {
  count: "number",
  amounts: "amount",
  percents: "percentage",
  targets: "target",
};

/** Which slots the total, or an item of a list, has. */
export const HELD = {
  "/event/total": ["count", "amounts"],
  shares: ["count", "amounts", "percents"],
  projects: ["amounts", "targets"],
  agreements: ["count", "amounts"],
};

export const GROUPS = { shares: "Shares", projects: "Projects", agreements: "Agreements" };
export const NEW = {
  shares: "a new share",
  projects: "a new project",
  agreements: "new agreements",
};

/** Say what a choice would replace. */
export const instead = (value) => (value ? `instead of ${value}` : "");
