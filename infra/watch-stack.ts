import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { alarmTopic } from './alarm-topic.ts';
import { putUpAlarms } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import type { Deployment } from './deployment.ts';
import { OurStack } from './our-stack.ts';
import type { Watched } from './watched.ts';

/** Who is told what, and one page to look at. */
export class WatchStack extends OurStack {
  readonly topic: Topic;

  constructor(scope: Construct, deployment: Deployment, watched: Watched) {
    super(scope, 'watch', 'alarms and the dashboard', deployment);
    this.topic = alarmTopic(this);
    dashboard(this, watched, putUpAlarms(this, watched, this.topic));
  }
}
