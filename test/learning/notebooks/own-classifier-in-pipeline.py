# expected: multi-test
# found: multi-test 23:11
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
class Majority(BaseEstimator, ClassifierMixin):
    def fit(self, X, y):
        self.answer_ = np.bincount(y).argmax()
        return self
    def predict(self, X):
        return np.full(len(X), self.answer_)
class Minority(Majority):
    def predict(self, X):
        return np.full(len(X), 1 - self.answer_)
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
for step in [Majority(), Minority()]:
    pipe = Pipeline([('scale', StandardScaler()), ('clf', step)])
    pipe.fit(X_train, y_train)
    print(pipe.score(X_test, y_test))
