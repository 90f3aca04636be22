using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Availability.Sessions;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Bookings.Invitations;
using Portal.Core.Chat;
using Portal.Core.MeetingTypes;
using Portal.Core.Operations;
using Portal.Core.Organizations;
using Portal.Core.Profiles;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;

namespace Portal.Core;

public static class PortalCoreServices
{
    /// <summary>Registers every use case and query, one line each; the database is registered apart.</summary>
    public static IServiceCollection AddPortalCore(this IServiceCollection services)
    {
        services.TryAddSingleton<PortalClock>();
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<PortalClock>());
        services.AddScoped<CorrectClock>();

        services.AddScoped<FindMember>();
        services.AddScoped<SetUpPortal>();
        services.AddScoped<FindBookingSettings>();
        services.AddScoped<ChangeBookingSettings>();
        services.AddScoped<FindDoorSettings>();
        services.AddScoped<ChangeDoorSettings>();
        services.AddScoped<FindCallSettings>();
        services.AddScoped<ChangeCallSettings>();

        services.AddScoped<SendChatMessage>();
        services.AddScoped<ListChatMessages>();

        services.AddScoped<ListMeetingTypes>();
        services.AddScoped<ListOwnMeetingTypes>();
        services.AddScoped<FindMeetingType>();
        services.AddScoped<ListHostChoices>();
        services.AddScoped<CreateMeetingType>();
        services.AddScoped<ChangeMeetingType>();
        services.AddScoped<DuplicateMeetingType>();
        services.AddScoped<MoveMeetingType>();
        services.AddScoped<HideMeetingType>();
        services.AddScoped<RenewPrivateLink>();
        services.AddScoped<DeleteMeetingType>();

        services.AddSingleton<AvailabilityCache>();
        services.AddScoped<HostTime>();
        services.AddScoped<ReadAvailability>();
        services.AddScoped<ChooseHosts>();
        services.AddScoped<TakeTime>();
        services.AddScoped<CurrentAvailability>();
        services.AddScoped<HoldSlot>();
        services.AddScoped<ReleaseHold>();
        services.AddScoped<ClearLapsedHolds>();
        services.AddScoped<FindOpenSlots>();

        services.AddScoped<FindAvailability>();
        services.AddScoped<ListHosts>();
        services.AddScoped<StartTakingMeetings>();
        services.AddScoped<SaveHostSchedule>();
        services.AddScoped<SaveDateOverride>();
        services.AddScoped<RemoveDateOverride>();
        services.AddScoped<AddTimeOff>();
        services.AddScoped<RemoveTimeOff>();
        services.AddScoped<PreviewAvailability>();
        services.AddScoped<ExplainTime>();

        services.AddScoped<ListSessions>();
        services.AddScoped<OfferSession>();
        services.AddScoped<RemoveSession>();

        services.AddScoped<FindProfile>();
        services.AddScoped<ListProfileTimes>();
        services.AddScoped<FindOwnProfile>();
        services.AddScoped<SaveProfile>();
        services.AddScoped<FindPhoto>();

        services.AddScoped<BookSlot>();
        services.AddScoped<ConfirmBooking>();
        services.AddScoped<RejectBooking>();
        services.AddScoped<ExpirePendingBookings>();
        services.AddScoped<RescheduleBooking>();
        services.AddScoped<CancelBooking>();
        services.AddScoped<ReassignBooking>();
        services.AddScoped<ListOtherHosts>();
        services.AddScoped<FindAccessLink>();
        services.AddScoped<FindAgenda>();
        services.AddScoped<FindCalendar>();
        services.AddScoped<ListPendingBookings>();
        services.AddScoped<ListBookings>();
        services.AddScoped<FindBookingDetails>();
        services.AddScoped<FindMeeting>();
        services.AddScoped<InviteNow>();
        services.AddScoped<ListOwnMeetings>();
        services.AddScoped<OpenOwnMeeting>();
        services.AddScoped<FindDeviceCheck>();
        services.AddScoped<KeepDeviceCheck>();
        services.AddScoped<FindAfterCall>();
        services.AddScoped<FindOwnPlace>();
        services.AddScoped<SayHowItWas>();
        services.AddScoped<NoteResult>();
        services.AddScoped<ReportNoShow>();
        services.AddScoped<TakeBackNoShow>();
        services.AddScoped<FindFreeHosts>();
        services.AddScoped<FindBusyHost>();

        services.AddWaitingRoom();
        services.AddScoped<EnterWaitingRoom>();
        services.AddScoped<ComeToDoor>();
        services.AddScoped<LeaveWaitingRoom>();
        services.AddScoped<AdmitParticipant>();
        services.AddScoped<DeclineParticipant>();
        services.AddScoped<AdmitAll>();
        services.AddScoped<HoldParticipant>();
        services.AddScoped<TakeOverMeeting>();
        services.AddScoped<AskForColleague>();
        services.AddScoped<ListFirstTimes>();
        services.AddScoped<FindLateHostChoices>();
        services.AddScoped<RebookFirstInLine>();
        services.AddScoped<ListWaiting>();
        services.AddScoped<ClearTheDoor>();

        services.AddPortalOperations();
        return services;
    }
}
