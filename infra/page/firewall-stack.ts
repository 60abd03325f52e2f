import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { OurStack } from '../our-stack.ts';

/** CloudFront takes firewalls of this region alone. */
const REGION = 'us-east-1';

/** The firewall before the page and the API: so many requests from one address in five minutes, and what AWS knows to be hostile. */
export class FirewallStack extends OurStack {
  readonly webAclArn: string;

  constructor(scope: Construct, deployment: Deployment, requestsIn5Minutes: number) {
    super(scope, 'firewall', 'the firewall before the page', { ...deployment, region: REGION });
    const rule = (
      name: string,
      priority: number,
      rest: Pick<CfnWebACL.RuleProperty, 'action' | 'overrideAction' | 'statement'>,
    ) => ({
      name,
      priority,
      visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: false },
      ...rest,
    });
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'firewall', sampledRequestsEnabled: false },
      rules: [
        rule('rate', 0, {
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsIn5Minutes } },
        }),
        rule('reputation', 1, {
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' },
          },
        }),
      ],
    });
    CrossStackReferences.of(acl).produce(ReferenceStrength.WEAK);
    this.webAclArn = acl.attrArn;
  }
}
