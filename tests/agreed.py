"""What several tests hold the product to, agreed once."""

NOT_ON_SCREEN = (
    "posterior",
    "prior",
    "reading",
    "pull",
    "hype",
    "sd",
    "credible",
    "supersede",
    "ballot",
    "likelihood",
)
"""Words of the method's mathematics that no page or report may say."""

LESSON = """\
Theme                  │ Early │ Growing │ Maturing │ Mature
───────────────────────┼───────┼─────────┼──────────┼────────
Consistency            │       │    ◄──  │          │
Multimodality          │       │   ◄──   │          │
Native Audio (Video)   │       │         │   ◄──    │
Longer Video           │       │  ◄──    │          │
Text Rendering         │       │         │   ◄──    │
Lower-Cost Inference   │       │         │  ◄──     │
Editing Fidelity       │       │   ◄──   │          │
"""
"""The course's chart of early 2026, which the baseline alone draws."""
