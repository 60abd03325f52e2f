import { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';

const app = new App();
new DataStack(app, 'BanHanhData', {
  description: 'Ban Hanh: the register and the issued files',
  terminationProtection: true,
});
