import { Controller, Get, Header } from '@nestjs/common';
import { Access } from '@fanfare/access';
import { DevMailbox, mailboxPage } from '@fanfare/mail';

/** The development mailbox, for a machine without SMTP. Absent in production. */
@Access('PUBLIC')
@Controller('dev')
export class DevMailController {
  constructor(private readonly mailbox: DevMailbox) {}

  @Get('mail')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'")
  async page(): Promise<string> {
    return mailboxPage(await this.mailbox.list());
  }

  @Get('mail.json')
  @Header('cache-control', 'no-store')
  async json() {
    return { mails: await this.mailbox.list() };
  }
}
