# expected: preprocessing
# found: preprocessing 11:11
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.ensemble import AdaBoostClassifier
dataset = pd.read_csv('Data.csv')
X = dataset.iloc[:, :-1].values
y = dataset.iloc[:, 3].values
imputer = SimpleImputer(strategy='mean')
imputer = imputer.fit(X[:, 1:3])
X[:, 1:3] = imputer.transform(X[:, 1:3])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
ada = AdaBoostClassifier().fit(X_train, y_train)
print(ada.score(X_test, y_test))
