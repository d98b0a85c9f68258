/** Every TypeORM entity of the house; a test holds them against the migrated schema. */
export const ENTITIES: (new () => object)[] = [];
