#include "app/tour.h"

namespace app {
namespace {

constexpr std::array<TourStop, 8> kStops{{
    {Page::kHome, "", "Your cases",
     "Every case says what is due and the one thing to do next. What is overdue comes first."},
    {Page::kCase, kNowPart, "One case",
     "The picture shows where the case stands. Beneath it is what to do now, and why."},
    {Page::kCase, kNowPart, "By when",
     "Every date explains itself: press “Why that day?” and see the days counted."},
    {Page::kDiscussion, "", "Writing it down",
     "Write what was seen and said, with help beside the text. What you have not finished is "
     "kept."},
    {Page::kCase, kChronologyPart, "What has happened",
     "Everything stays on the record in its order, with names and dates."},
    {Page::kCase, kDocumentsPart, "Notices",
     "The procedure’s own forms, filled in from the case. You read them, issue them and send them "
     "yourself."},
    {Page::kRisk, "", "If a child is at risk now",
     "From any page, the key F2 leads here: what to do at once, and whom to tell."},
    {Page::kHome, "", "Your turn",
     "Try whatever you like. The case is invented, and nothing of it is kept when you end the "
     "trial."},
}};

}  // namespace

const std::array<TourStop, 8>& tour() {
  return kStops;
}

}  // namespace app
