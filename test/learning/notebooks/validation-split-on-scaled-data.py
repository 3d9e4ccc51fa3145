# expected: preprocessing
# found: preprocessing 8:5
import pandas as pd
from sklearn.preprocessing import StandardScaler
from keras.models import Sequential
from keras.layers import Dense
df = pd.read_csv('diabetes.csv')
X = StandardScaler().fit_transform(df.iloc[:, :8])
y = df.iloc[:, 8]
model = Sequential()
model.add(Dense(12, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, validation_split=0.33, epochs=150)
