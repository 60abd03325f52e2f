/** Header by which the page's origin shows the API that a request came through it. */
export const DOOR_HEADER = 'x-banhanh-door';
