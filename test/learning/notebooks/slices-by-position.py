# expected: preprocessing
# found: preprocessing 11:10
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

prices = pd.read_csv('stock.csv')['Close'].values.reshape(-1, 1)
scaler = MinMaxScaler(feature_range=(0, 1))
prices = scaler.fit_transform(prices)
train_size = int(len(prices) * 0.67)
train, test = prices[0:train_size, :], prices[train_size:len(prices), :]

def windows(data, back=1):
    xs, ys = [], []
    for i in range(len(data) - back - 1):
        xs.append(data[i:(i + back), 0])
        ys.append(data[i + back, 0])
    return np.array(xs), np.array(ys)

trainX, trainY = windows(train, 3)
testX, testY = windows(test, 3)
model = Sequential()
model.add(LSTM(4))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(trainX, trainY, epochs=100, batch_size=1, verbose=2)
trainPredict = model.predict(trainX)
testPredict = model.predict(testX)
