# expected: preprocessing
# found: preprocessing 11:5, preprocessing 12:5
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR
dataset = pd.read_csv('Position_Salaries.csv')
X = dataset.iloc[:, 1:2].values
y = dataset.iloc[:, 2].values
sc_X, sc_y = StandardScaler(), StandardScaler()
X = sc_X.fit_transform(X)
y = sc_y.fit_transform(y.reshape(-1, 1))
X_train, X_test, y_train, y_test = train_test_split(X, y)
svr = SVR(kernel='rbf')
svr.fit(X_train, y_train)
print(sc_y.inverse_transform(svr.predict(X_test)))
