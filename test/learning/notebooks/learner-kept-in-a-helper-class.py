# expected: clean
# found: clean
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
import pandas as pd
class Scaling:
    def __init__(self):
        self.inner = StandardScaler()
    def learn(self, X):
        self.inner.fit(X)
        return self
    def apply(self, X):
        return self.inner.transform(X)
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
scaling = Scaling().learn(X_train)
ridge = Ridge().fit(scaling.apply(X_train), y_train)
print(ridge.score(scaling.apply(X_test), y_test))
