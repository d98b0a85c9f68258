/** How a German text speaks to its readers. */
export const FORMS_OF_ADDRESS = ['sie', 'du'] as const;
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];
