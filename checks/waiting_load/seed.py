"""Thousands who wait, written straight into the database."""


def token_of(number):
    """The visitor's link, made so that wrk and the database can make it too; a real one is random."""
    return f"load-{number:038d}"


def seed(server, database, visitors):
    """Meetings of one host that begin in a quarter of an hour; their visitors came one after the other in the last ten minutes."""
    server.execute(f"""
        CREATE TEMP TABLE fresh AS
        SELECT gen_random_uuid() AS id, gen_random_uuid() AS visitor, i, who."OrganizationId" AS org, who."UserId" AS host,
               (SELECT "Id" FROM "MeetingTypes" t WHERE t."OrganizationId" = who."OrganizationId" LIMIT 1) AS type,
               clock_timestamp() + interval '14 minutes' AS starts,
               clock_timestamp() - interval '10 minutes' * (1 - i::float / {visitors}) AS since
        FROM generate_series(0, {visitors} - 1) i,
             (SELECT m."OrganizationId", m."UserId" FROM "Members" m JOIN "AspNetUsers" u ON u."Id" = m."UserId" WHERE u."Email" = 'mara@acme.test') who;
        INSERT INTO "Bookings" ("Id", "OrganizationId", "MeetingTypeId", "HostId", "VisitorStart", "VisitorZone", "HostZone", "VisitorName",
            "VisitorEmail", "Notes", "Status", "StartsAt", "EndsAt", "Sequence", "RoomEpoch", "CreatedAt", "Version")
        SELECT id, org, type, host, to_char(starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 'Europe/Berlin', 'Europe/Berlin', 'Visitor ' || i,
            'v' || i || '@waiting.test', '', 'waiting', starts, starts + interval '30 minutes', 0, 0, clock_timestamp(), 0
        FROM fresh;
        INSERT INTO "Participants" ("Id", "BookingId", "OrganizationId", "Role", "UserId", "Name", "Email", "Admission", "WaitingSince", "LastSeenAt", "Version")
        SELECT visitor, id, org, 'visitor', NULL, 'Visitor ' || i, 'v' || i || '@waiting.test', 'waiting', since, clock_timestamp(), 0 FROM fresh
        UNION ALL SELECT gen_random_uuid(), id, org, 'host', host, 'Mara Lindner', 'mara@acme.test', 'outside', NULL, NULL, 0 FROM fresh;
        INSERT INTO "AccessLinks" ("TokenHash", "ParticipantId", "Purpose", "CreatedAt")
        SELECT sha256(convert_to('load-' || lpad(i::text, 38, '0'), 'UTF8')), visitor, 'join', clock_timestamp() FROM fresh;
        """, database)
