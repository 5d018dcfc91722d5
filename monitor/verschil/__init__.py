"""Why a figure differs between two measurements, or between a measurement and today: in parts that add up exactly."""
