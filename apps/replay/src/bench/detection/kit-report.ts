/** What the kit says about one detector on one set. */
export interface StormSummary {
  readonly topicWeeks: number;
  readonly falseAlarms: number;
  readonly falseAlarmsPerTopicWeek: number;
  readonly storms: number;
  readonly recall: number;
  readonly by5: number;
  readonly by10: number;
  readonly medianDelay: number | null;
  readonly medianLead: number | null;
  readonly hidden: number;
}

export interface StormReport {
  readonly all: StormSummary;
  readonly topics: readonly (StormSummary & { readonly topic: string })[];
}

/** A row of the comparison: the product or a rule. */
export interface ComparedRow extends StormReport {
  readonly name: string;
  readonly parameter: string | number;
}
