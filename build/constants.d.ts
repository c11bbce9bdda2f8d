export function withConstants(text: string): string;
