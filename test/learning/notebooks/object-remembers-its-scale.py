# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
class Scale:
    def __init__(self):
        self.scaler = StandardScaler()
        self.is_set = False
    def __call__(self, part):
        if not self.is_set:
            self.scaler.fit(part)
            self.is_set = True
        return self.scaler.transform(part)
guests = pd.read_csv('guests.csv')
X, X_test, y, y_test = train_test_split(guests[['nights', 'age']], guests['came'], random_state=2)
scale = Scale()
X = scale(X)
X_test = scale(X_test)
print(LogisticRegression().fit(X, y).score(X_test, y_test))
