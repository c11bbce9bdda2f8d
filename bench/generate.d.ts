export function generate(rows: number, file: string, options?: { seed?: number; shareRetyped?: number; truth?: boolean }): Promise<void>;
