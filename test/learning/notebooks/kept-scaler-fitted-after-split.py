# expected: clean
# found: clean
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler


class Preparation:
    def __init__(self):
        self.scaler = RobustScaler()

    def fit(self, measurements):
        first, second = train_test_split(measurements, test_size=0.3)
        self.scaler.fit(first)
        return self
