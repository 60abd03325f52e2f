/**
 * Address of whoever asked the page's origin: the last but one of `x-forwarded-for`, which CloudFront wrote, before CloudFront's own, which the
 * gateway wrote. What stands before it is the sender's own word.
 */
export function viewerAddress(forwardedFor: string | undefined): string | undefined {
  return forwardedFor?.split(',').at(-2)?.trim();
}
