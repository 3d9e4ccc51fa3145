# expected: preprocessing
# found: preprocessing 9:22
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
class Centre(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.means = X.mean()
        return self
    def transform(self, X):
        return X - self.means
df = pd.read_csv('d.csv')
X = Centre().fit_transform(df.drop('y', axis=1))
X_train, X_test, y_train, y_test = train_test_split(X, df['y'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
