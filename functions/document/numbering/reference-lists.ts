/** Words before a list of references that then print their numbers alone: "các phụ lục I, II và III". */
export const LISTING = /(?:^|[^\p{L}])(?:các|những)\s+(?:phụ lục|phần|chương|mục|tiểu mục|điều|khoản|điểm)\s*$/iu;

/** Separators between two numbers of a list. */
export const AND = /^\s*(?:,|;|và|,\s*và|hoặc|đến|-|–)\s*$/iu;
