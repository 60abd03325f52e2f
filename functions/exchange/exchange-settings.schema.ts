// They stand in an organ's profile, which is the document room's.
export { type ExchangeSettings, exchangeSettings } from '#document/schemas/exchange-settings.schema.ts';
