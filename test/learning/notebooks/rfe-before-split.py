# expected: preprocessing
# found: preprocessing 10:7
import pandas as pd
from sklearn.feature_selection import RFE
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('bank.csv')
X, y = df.drop('y', axis=1), df['y']
rfe = RFE(LogisticRegression(), n_features_to_select=10)
rfe = rfe.fit(X, y)
X = X.loc[:, rfe.support_]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))
